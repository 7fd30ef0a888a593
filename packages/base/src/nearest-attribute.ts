/** The value of an attribute on the element or its nearest ancestor that has it, through shadow hosts. */
export function nearestAttribute(element: Element, name: string): string | undefined {
  for (let at: Element | null | undefined = element; at; ) {
    const holder: Element | null = at.closest(`[${name}]`);
    if (holder) return holder.getAttribute(name) || undefined;
    const root = at.getRootNode();
    at = root instanceof ShadowRoot ? root.host : undefined;
  }
  return undefined;
}
