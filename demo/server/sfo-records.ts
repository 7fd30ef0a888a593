import { createHash } from 'node:crypto';

import type { ResponseRecord } from '@askwell/core';

/** One question of the airport's survey, as a survey of its own. */
type Question = Required<Pick<ResponseRecord, 'survey' | 'kind' | 'scale' | 'wording'>> & { column: string };

const questions = (year: number): Question[] => [
  { survey: `sfo-${year}-nps`, column: 'netpro', kind: 'nps', scale: [0, 10], wording: 'sfo-nps@1' },
  { survey: `sfo-${year}-csat`, column: 'q7all', kind: 'csat', scale: [1, 5], wording: 'sfo-csat@1' },
  // A rating of ease from 1 to 5 is neither an effort score, which asks for agreement from 1 to 7, nor satisfaction.
  // The kind "form" feeds no metric, so this score cannot get into either by mistake.
  { survey: `sfo-${year}-ease`, column: 'q14passthru', kind: 'form', scale: [1, 5], wording: 'sfo-ease@1' },
];

/** The answers of one year's file, by survey id. Who did not answer a question has no record in its survey. */
export function sfoRecords(csv: string, year: number): Map<string, ResponseRecord[]> {
  const [header = '', ...rows] = csv.trimEnd().split(/\r?\n/);
  const columns = header.split(',');
  const people = rows.map((row) => {
    const cells = row.split(',');
    return (column: string) => cells[columns.indexOf(column)] ?? '';
  });
  return new Map(
    questions(year).map((question) => [question.survey, people.flatMap((cell) => recordOf(question, cell, year))]),
  );
}

function recordOf(question: Question, cell: (column: string) => string, year: number): ResponseRecord[] {
  const { survey, kind, scale, wording, column } = question;
  const score = Number(cell(column));
  // Outside the scale are the codes for blank and for "not applicable".
  if (cell(column) === '' || score < scale[0] || score > scale[1]) return [];
  const record: ResponseRecord = {
    v: 1,
    id: idOf(`${survey}:${cell('respnum')}`),
    revision: 1,
    survey,
    kind,
    scale,
    wording,
    // The file does not say in which language the passenger was interviewed.
    locale: 'und',
    status: 'complete',
    answers: { score },
    // The month is all that is certain for every passenger.
    shownAt: `${year}-05-01T00:00:00Z`,
    channel: 'interview',
    client: 'askwell-demo/1',
  };
  return [record];
}

/** The same UUID (version 8, RFC 9562) for the same name, so that a second import stores nothing twice. */
function idOf(name: string): string {
  const hex = createHash('sha256').update(name).digest('hex');
  const variant = ((Number.parseInt(hex[16]!, 16) & 0x3) | 0x8).toString(16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
