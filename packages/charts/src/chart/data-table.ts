import { html, nothing, type TemplateResult } from 'lit';

/** The first row heads the columns, the first cell of each row heads it. */
export type DataTable = readonly (readonly (string | TemplateResult)[])[];

/** With more columns than a phone is wide, it scrolls and can be focused for that. */
const FITTING_COLUMNS = 3;

export function dataTable(caption: string, rows: DataTable): TemplateResult {
  return html`<div part="table" tabindex=${(rows[0]?.length ?? 0) > FITTING_COLUMNS ? 0 : nothing}>
    <table>
      <caption>${caption}</caption>
      <tbody>
        ${rows.map(
          ([head, ...cells], index) => html`<tr>
            <th scope=${index ? 'row' : 'col'}>${head}</th>
            ${cells.map((cell) => (index ? html`<td>${cell}</td>` : html`<th scope="col">${cell}</th>`))}
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
