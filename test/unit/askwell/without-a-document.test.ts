import { expect, it } from 'vitest';

it('askwell/nps-survey.js can be imported where there is no document', async () => {
  expect(globalThis.document).toBeUndefined();
  const { NpsSurvey } = await import('askwell/nps-survey.js');
  expect(customElements.get('nps-survey')).toBe(NpsSurvey);
});
