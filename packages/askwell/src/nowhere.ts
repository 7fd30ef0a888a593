/** An address that nothing is ever sent to. */
export const NOWHERE = 'about:blank';
