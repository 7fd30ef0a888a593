/**
 * Where a submitted revision is now.
 * - `sent`: the receiver has acknowledged it.
 * - `saved`: it is durable on this device and will be sent.
 * - `volatile`: it was sent at once, since this device cannot keep it for certain, and nobody has acknowledged it.
 * - `blocked`: it could not be kept (the queue is full, or there is no consent).
 */
export type DeliveryState = 'sent' | 'saved' | 'volatile' | 'blocked';

/** What becomes of a submitted revision. */
export interface Delivery {
  state: DeliveryState;
  /** With `saved`, and maybe with `volatile`: resolves when the receiver has acknowledged this revision or a higher one. Never rejects. */
  sent?: Promise<void>;
}
