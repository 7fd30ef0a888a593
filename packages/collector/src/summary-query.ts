import { responseRecord } from '@askwell/schema';

import { Problem, type RequestFault } from './problem.js';
import type { SummaryQuery } from './store.js';

const DATE = /^\d{4}-\d\d-\d\d$/;

/** The query of a summary's address. Throws a problem 400 that names each faulty parameter. */
export function summaryQuery(parameters: Readonly<Record<string, string>>): SummaryQuery {
  const errors: RequestFault[] = [];

  const survey = parameters.survey ?? '';
  if (!responseRecord.shape.survey.safeParse(survey).success) {
    errors.push({ path: '/survey', message: 'Expected the id of a survey: 1 to 200 characters' });
  }
  const time = (name: 'from' | 'to') => {
    const given = parameters[name];
    if (given === undefined || given === '') return undefined;
    const value = DATE.test(given) ? `${given}T00:00:00Z` : given;
    if (responseRecord.shape.shownAt.safeParse(value).success) return value;
    errors.push({ path: `/${name}`, message: 'Expected a date as 2027-01-31, or a time in UTC as 2027-01-31T12:00:00Z' });
    return undefined;
  };
  const from = time('from');
  const to = time('to');
  if (from !== undefined && to !== undefined && Date.parse(from) > Date.parse(to)) {
    errors.push({ path: '/from', message: 'Expected a time that is not later than "to"' });
  }

  const [first] = errors;
  if (first) throw new Problem(400, 'invalid-query', 'Invalid query', `${first.path}: ${first.message}`, { errors });
  return { survey, ...(from !== undefined && { from }), ...(to !== undefined && { to }) };
}
