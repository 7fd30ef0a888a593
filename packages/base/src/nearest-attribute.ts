/** The value of an attribute on the element or its nearest ancestor that has it, through shadow hosts. */
export function nearestAttribute(element: Element, name: string): string | null {
  const holder = element.closest(`[${name}]`);
  if (holder) return holder.getAttribute(name);
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? nearestAttribute(root.host, name) : null;
}
