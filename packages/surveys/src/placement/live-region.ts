const ID = 'askwell-status';

/**
 * One polite live region in the page's own tree: those in shadow roots, or fresh ones, are often not heard.
 * Every kit on the page speaks through the same.
 */
export function liveRegion(): HTMLElement {
  const region = document.getElementById(ID) ?? document.body.appendChild(document.createElement('div'));
  Object.assign(region, { id: ID, role: 'status' });
  // Properties, not an attribute: a strict style-src refuses the latter.
  Object.assign(region.style, { position: 'fixed', clipPath: 'inset(50%)' });
  return region;
}
