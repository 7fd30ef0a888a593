import { issueWarning } from './warnings.js';

/** A custom element class of this kit. */
export type AskwellElementClass = CustomElementConstructor & { readonly version: string };

/** Registers a tag. A tag that is taken keeps its first class, with one warning that names both versions. */
export function define(tag: string, element: AskwellElementClass, registry: CustomElementRegistry): void {
  const taken = registry.get(tag) as Partial<AskwellElementClass> | undefined;
  if (!taken) {
    registry.define(tag, element);
  } else if (taken !== element) {
    issueWarning(
      'tag-taken',
      `<${tag}> stays as version ${taken.version} defined it, not ${element.version}. Load only one.`,
    );
  }
}
