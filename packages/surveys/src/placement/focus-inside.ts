/** Whether the focus is in the shadow root of an element or in what the page has slotted into it. */
export function focusInside(element: Element): boolean {
  return element.contains((element.getRootNode() as Document | ShadowRoot).activeElement);
}
