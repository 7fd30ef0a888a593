/** One way to ask for a score from 0 to 10. */
export interface Variant {
  /** What a page may have done long before it asks, beyond loading the scripts. */
  prepare?(): Promise<void>;
  /** The call. */
  show(attributes: Readonly<Record<string, string>>): void;
  /** What the eleven scores are in the page, once they are rendered. */
  scores(): readonly HTMLElement[];
}
