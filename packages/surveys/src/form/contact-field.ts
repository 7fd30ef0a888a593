import { html, nothing, type TemplateResult } from 'lit';

import type { Comment, FieldHost } from '../comment/comment-field.js';

/** As long as an address can be. */
const LIMIT = 320;

/** Whether a text could be an e-mail address. Only its owner knows better. */
export const isAddress = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim());

/** A field for an e-mail address. Whoever renders it labels it, `for="contact"`. */
export function renderContact(host: FieldHost, { value, required, describedBy, wrong, write }: Comment): TemplateResult {
  return html`<input
    id="contact"
    part="contact"
    type="email"
    autocomplete="email"
    tabindex="0"
    maxlength=${LIMIT}
    aria-required=${required ? 'true' : nothing}
    aria-invalid=${wrong ? 'true' : nothing}
    aria-describedby=${describedBy ?? nothing}
    ?disabled=${host.disabled}
    ?readonly=${host.readonly}
    .value=${value}
    @input=${({ target }: Event) => write((target as HTMLInputElement).value.slice(0, LIMIT))}
  />`;
}
