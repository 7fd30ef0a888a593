const query = new URLSearchParams(location.search);

export const trial = query.get('trial')!;

export const parameter = (name: string): string => query.get(name) ?? '';

/** Tells the receiver, and returns only when it knows; with `block` never. Nothing else in this page can happen meanwhile. */
export function tell(what: Record<string, string> | string[][]): void {
  const request = new XMLHttpRequest();
  request.open('POST', `/told/${trial}?${new URLSearchParams(what)}`, false);
  request.send();
}
