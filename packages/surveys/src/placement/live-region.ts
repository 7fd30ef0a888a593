const ID = 'askwell-status';

/**
 * One polite live region in the page's own tree: those in shadow roots, or fresh ones, are often not heard.
 * Every kit on the page speaks through the same.
 */
export function liveRegion(): HTMLElement {
  const found = document.getElementById(ID);
  if (found) return found;
  const region = Object.assign(document.createElement('div'), { id: ID, role: 'status' });
  // Properties, not an attribute: a strict style-src refuses the latter.
  Object.assign(region.style, { position: 'fixed', clipPath: 'inset(50%)' });
  document.body.append(region);
  return region;
}
