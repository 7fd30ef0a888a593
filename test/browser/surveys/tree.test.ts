import { reach, states, subjects, type State } from './subjects.js';
import { expectTree } from './tree.js';

type Listings = Partial<Record<State, string>>;

/** A row of options, where one is chosen by itself. */
function options(depth: number, names: string[], { checked, state = '' }: { checked?: boolean; state?: string } = {}): string {
  const at = names.length - 2;
  const rows = checked ? [names.slice(0, at), [names[at]!], names.slice(at + 1)] : [names];
  return rows
    .map((row, index) => ({ row, role: index === 1 ? 'radio checked' : `radio${state}` }))
    .filter(({ row }) => row.length)
    .map(({ row, role }) => `${'  '.repeat(depth)}${role} ${row.map((name) => `"${name}"`).join(' ')}`)
    .join('\n');
}

const thanks = `
heading "Thank you for your answer."
button "Change my answer"
status`;

/** A survey that asks for one score. */
const rated = (question: string, reason: string, names: string[]): Listings => ({
  question: `
form "${question}"
  radiogroup required "${question}"
${options(2, names)}
  button "Submit"
status`,
  chosen: `
form "${question}"
  radiogroup required "${question}"
${options(2, names, { checked: true })}
  text "${reason}"
  textbox "${reason}"
  status
  button "Submit"
status`,
  error: `
form "${question}"
  radiogroup required invalid "${question}" (Please choose an answer.)
${options(2, names)}
    text "Please choose an answer."
  button "Submit"
status`,
  thanks,
  disabled: `
form "${question}"
  radiogroup required disabled "${question}"
${options(2, names, { state: ' disabled' })}
  button disabled "Submit"
status`,
  readonly: `
form "${question}"
  radiogroup required readonly "${question}"
${options(2, names, { checked: true })}
  text "${reason}"
  textbox readonly "${reason}"
  status
  button disabled "Submit"
status`,
});

const points = ['Very dissatisfied', 'Dissatisfied', 'Neither satisfied nor dissatisfied', 'Satisfied', 'Very satisfied'];
const mainReason = 'What is the main reason for your answer? (optional)';
const satisfied = (names: string[]): Listings => rated('How satisfied are you?', mainReason, names);

/** A scale of a form. */
const scale = (names: string[]): Listings => ({
  question: `
radiogroup required "How was the room?"
${options(1, names)}`,
  chosen: `
radiogroup required "How was the room?"
${options(1, names, { checked: true })}`,
  error: `
radiogroup required invalid "How was the room?" (Please choose an answer.)
${options(1, names)}
  text "Please choose an answer."`,
  disabled: `
radiogroup required disabled "How was the room?"
${options(1, names, { state: ' disabled' })}`,
  readonly: `
radiogroup required readonly "How was the room?"
${options(1, names, { checked: true })}`,
});

const numbers = (first: number, last: number): string[] => Array.from({ length: last - first + 1 }, (_, index) => `${first + index}`);

const listings: Record<string, Listings> = {
  'nps-survey': rated('How likely is it that you would recommend us to a friend or colleague?', 'What do you like most? (optional)', [
    '0, not at all likely',
    ...numbers(1, 9),
    '10, extremely likely',
  ]),
  'csat-survey with stars': satisfied(points),
  'csat-survey with faces': satisfied(points),
  'csat-survey with numbers': satisfied(points.map((name, index) => `${index + 1}, ${name.toLowerCase()}`)),
  'csat-survey with thumbs': satisfied(['Dissatisfied', 'Satisfied']),
  'ces-survey for agreement': rated('It was easy for me to handle my issue.', mainReason, ['1, strongly disagree', ...numbers(2, 6), '7, strongly agree']),
  'ces-survey for difficulty': rated('How easy was it to handle your issue?', mainReason, ['1, very difficult', ...numbers(2, 6), '7, very easy']),
  'rating-scale of numbers': scale(['1, bad', '2', '3', '4', '5, good']),
  'rating-scale of stars': scale(points),
  'rating-scale of faces': scale(points),
};

describe('the accessibility tree', () => {
  for (const [title, listed] of Object.entries(listings)) {
    it(`of a ${title} is as reviewed, in every state (55)`, async function () {
      this.timeout(60_000);
      for (const state of states) {
        if (!listed[state]) continue;
        const control = await reach(subjects[title]!, state);
        await expectTree(listed[state].trim(), state);
        control.remove();
      }
    });
  }
});
