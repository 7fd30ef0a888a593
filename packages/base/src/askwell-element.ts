import { VERSION } from '@askwell/core';
import { LitElement, type PropertyDeclarations } from 'lit';

import { define, type AskwellElementClass } from './define.js';
import { LocaleController, type Catalogue } from './locale-controller.js';

/** What every element of this kit has: a version, `define`, its language, and a theme that can be forced. */
export abstract class AskwellElement<Texts extends object> extends LitElement {
  static readonly version: string = VERSION;

  static override properties: PropertyDeclarations = {
    theme: { reflect: true },
  };

  /** Registers this class under a tag. A tag that is taken keeps its first class, with one warning. */
  static define(tag: string, registry: CustomElementRegistry = customElements): void {
    define(tag, this as unknown as AskwellElementClass, registry);
  }

  /** `light` or `dark` forces a theme, `page` takes that of the page; unset, the reader's system decides. */
  declare theme: 'light' | 'dark' | 'page' | undefined;

  /** @internal */
  declare readonly localize: LocaleController<Texts>;

  constructor(catalogue: Catalogue<Texts>) {
    super();
    this.localize = new LocaleController(this, catalogue);
  }

  /** @internal */
  protected override async scheduleUpdate(): Promise<unknown> {
    await this.localize.pending;
    return super.scheduleUpdate();
  }
}
