/** A key of the one store: kind, version, queue, and what tells entries apart. The version is in it, so there are no schema upgrades. */
export type Key = (string | number)[];

/** What a transaction can do. Nothing else may be awaited inside one. */
export interface Table {
  /** Whether what is put survives the page. */
  readonly durable: boolean;
  get<T>(key: Key): Promise<T | undefined>;
  put(key: Key, value: unknown): void;
  delete(key: Key): void;
  /** Deletes every key that starts with `prefix`. */
  clear(prefix: Key): void;
  /** What is under those keys, in their order. */
  all<T>(prefix: Key): Promise<T[]>;
}

/** `strict` waits for the disk where the engine can; `relaxed` is for what may be forgotten in a power cut. */
export type Access = 'relaxed' | 'strict';

/** Runs `body` as one transaction, and resolves when that is complete. */
export type Run = <T>(access: Access, body: (table: Table) => Promise<T>) => Promise<T>;
