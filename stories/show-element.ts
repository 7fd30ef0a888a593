import type { TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { html as staticHtml, unsafeStatic } from 'lit/static-html.js';

/** What is no attribute. */
const PROPERTIES = ['definition', 'traits', 'meanings'];

/** A tag with the attributes and properties that the controls of a story say; one that is emptied goes. */
export function showElement(tag: string, args: Readonly<Record<string, unknown>>): TemplateResult {
  const set = (element: Element | undefined): void => {
    for (const [name, value] of Object.entries(element ? args : {})) {
      if (PROPERTIES.includes(name)) Object.assign(element!, { [name]: value });
      else if (value === undefined || value === false || value === '') element!.removeAttribute(name);
      else element!.setAttribute(name, value === true ? '' : `${value as string}`);
    }
  };
  const name = unsafeStatic(tag);
  return staticHtml`<${name} ${ref(set)}></${name}>`;
}
