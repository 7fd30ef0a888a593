import { fill } from '@askwell/base';
import type { FrameTexts } from '@askwell/locales';
import { html, nothing, type TemplateResult } from 'lit';

const LIMIT = 10_000;

/** What a field has to know of the survey that it belongs to. */
export interface FieldHost {
  disabled: boolean;
  readonly: boolean;
  localize: { texts: FrameTexts };
}

/** What a text holds, and who takes it. */
export interface Comment {
  value: string;
  required?: boolean | undefined;
  /** The ids of what describes the field. */
  describedBy?: string | undefined;
  wrong?: boolean | undefined;
  write(value: string): void;
}

/** A field for text. Whoever renders it labels it, `for="comment"`; near its limit it says how much room is left. */
export function renderComment(host: FieldHost, { value, required, describedBy, wrong, write }: Comment): TemplateResult {
  const { length } = value;
  const left = length >= LIMIT ? 0 : LIMIT / 10;
  return html`<textarea
      id="comment"
      part="comment"
      rows="3"
      tabindex="0"
      maxlength=${LIMIT}
      aria-required=${required ? 'true' : nothing}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${describedBy ?? nothing}
      ?disabled=${host.disabled}
      ?readonly=${host.readonly}
      .value=${value}
      @input=${({ target }: Event) => write((target as HTMLTextAreaElement).value.slice(0, LIMIT))}
    ></textarea>
    <p part="limit" role="status">${length >= LIMIT * 0.9 ? fill(host.localize.texts.left, { count: left }) : nothing}</p>`;
}
