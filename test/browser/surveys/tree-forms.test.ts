import { reach, states, subjects, type State } from './subjects.js';
import { expectTree } from './tree.js';

const address = `${location.origin}${location.pathname}`;

const thanks = `
heading "Thank you for your answer."
button "Change my answer"
status`;

/** A step that asks with one field, and what stands around it. */
function step(question: string, { before = '', section = '', hint = '' }, fields: Partial<Record<State, string>>): Partial<Record<State, string>> {
  const listing = (field: string, { fault = '', off = '' } = {}): string => `
form "${question}"
  text "Your week" "Step 1 of 2"${section && ` "${section}"`}
  heading${off} "${question}" (Step 1 of 2${section && ` ${section}`})${before}
  ${field.replace('DESCRIPTION', [hint, fault].filter(Boolean).join(' ')).replace(' ()', '').trim()}${fault && `\n  text "${fault}"`}
  button${off} "Next"
status`;
  const fault = fields.error?.includes('textbox') ? 'Please write something.' : 'Please choose an answer.';
  return {
    question: listing(fields.question!),
    chosen: listing(fields.chosen!),
    error: listing(fields.error!, { fault }),
    thanks,
    // A heading that can have the focus is called disabled where the element around it is.
    disabled: listing(fields.disabled!, { off: ' disabled' }),
    readonly: listing(fields.readonly!),
  };
}

const listings: Record<string, Partial<Record<State, string>>> = {
  'survey-form with a rating': step('How was it?', { section: 'The start' }, {
    question: `
  radiogroup required "How was it?"
    radio "1, awful" "2, poor" "3, fair" "4, good" "5, great"`,
    chosen: `
  radiogroup required "How was it?"
    radio "1, awful" "2, poor" "3, fair"
    radio checked "4, good"
    radio "5, great"`,
    error: `
  radiogroup required invalid "How was it?" (DESCRIPTION)
    radio "1, awful" "2, poor" "3, fair" "4, good" "5, great"`,
    disabled: `
  radiogroup required disabled "How was it?"
    radio disabled "1, awful" "2, poor" "3, fair" "4, good" "5, great"`,
    readonly: `
  radiogroup required readonly "How was it?"
    radio "1, awful" "2, poor" "3, fair"
    radio checked "4, good"
    radio "5, great"`,
  }),
  'survey-form with one choice': step('Which one?', { before: '\n  text "The one that you use most."', hint: 'The one that you use most.' }, {
    question: `
  radiogroup required "Which one?" (DESCRIPTION)
    radio "Mail" "Calendar" "Files"`,
    chosen: `
  radiogroup required "Which one?" (DESCRIPTION)
    radio "Mail"
    radio checked "Calendar"
    radio "Files"`,
    error: `
  radiogroup required invalid "Which one?" (DESCRIPTION)
    radio "Mail" "Calendar" "Files"`,
    disabled: `
  radiogroup required disabled "Which one?" (DESCRIPTION)
    radio disabled "Mail" "Calendar" "Files"`,
    readonly: `
  radiogroup required readonly "Which one?" (DESCRIPTION)
    radio "Mail"
    radio checked "Calendar"
    radio "Files"`,
  }),
  'survey-form with several choices': step('Which ones?', {}, {
    question: `
  group "Which ones?"
    checkbox "Mail"
    text "Mail"
    checkbox "Calendar"
    text "Calendar"
    checkbox "Files"
    text "Files"`,
    chosen: `
  group "Which ones?"
    checkbox "Mail"
    text "Mail"
    checkbox checked "Calendar"
    text "Calendar"
    checkbox "Files"
    text "Files"`,
    error: `
  group "Which ones?" (DESCRIPTION)
    checkbox invalid "Mail"
    text "Mail"
    checkbox invalid "Calendar"
    text "Calendar"
    checkbox invalid "Files"
    text "Files"`,
    disabled: `
  group disabled "Which ones?"
    checkbox disabled "Mail"
    text "Mail"
    checkbox disabled "Calendar"
    text "Calendar"
    checkbox disabled "Files"
    text "Files"`,
    readonly: `
  group "Which ones?"
    checkbox disabled "Mail"
    text "Mail"
    checkbox disabled checked "Calendar"
    text "Calendar"
    checkbox disabled "Files"
    text "Files"`,
  }),
  'survey-form with a text': step('What is missing?', { before: '\n  text "A sentence is enough."', hint: 'A sentence is enough.' }, {
    question: `
  textbox required "What is missing?" (DESCRIPTION)
  status`,
    chosen: `
  textbox required "What is missing?" (DESCRIPTION)
    text "A search."
  status`,
    error: `
  textbox required invalid "What is missing?" (DESCRIPTION)
  status`,
    disabled: `
  textbox required disabled "What is missing?" (DESCRIPTION)
  status`,
    readonly: `
  textbox required readonly "What is missing?" (DESCRIPTION)
    text "A search."
  status`,
  }),
  'survey-form with an address': step('Where can we reach you?', {}, {
    question: `
  textbox required "Where can we reach you?"`,
    chosen: `
  textbox required "Where can we reach you?"
    text "a@b.example"`,
    error: `
  textbox required invalid "Where can we reach you?" (DESCRIPTION)`,
    disabled: `
  textbox required disabled "Where can we reach you?"`,
    readonly: `
  textbox required readonly "Where can we reach you?"
    text "a@b.example"`,
  }),
  'feedback-prompt': {
    question: `
form "What would you like to tell us?"
  heading "What would you like to tell us?"
  radiogroup "What is it about?"
    radio "A problem" "An idea" "Praise" "Something else"
  text "Your message"
  textbox required "Your message"
  status
  text "E-mail address, if you would like a reply (optional)"
  textbox "E-mail address, if you would like a reply (optional)"
  checkbox "Send the address of this page too: ${address}"
  text "Send the address of this page too:" "${address}"
  button "Submit"
status`,
    chosen: `
form "What would you like to tell us?"
  heading "What would you like to tell us?"
  radiogroup "What is it about?"
    radio "A problem" "An idea"
    radio checked "Praise"
    radio "Something else"
  text "Your message"
  textbox required "Your message"
    text "The list is slow."
  status
  text "E-mail address, if you would like a reply (optional)"
  textbox "E-mail address, if you would like a reply (optional)"
    text "a@b.example"
  checkbox "Send the address of this page too: ${address}"
  text "Send the address of this page too:" "${address}"
  button "Submit"
status`,
    error: `
form "What would you like to tell us?"
  heading "What would you like to tell us?"
  radiogroup "What is it about?"
    radio "A problem" "An idea" "Praise" "Something else"
  text "Your message"
  textbox required invalid "Your message" (Please write something.)
  status
  text "Please write something." "E-mail address, if you would like a reply (optional)"
  textbox "E-mail address, if you would like a reply (optional)"
  checkbox "Send the address of this page too: ${address}"
  text "Send the address of this page too:" "${address}"
  button "Submit"
status`,
    thanks,
    disabled: `
form "What would you like to tell us?"
  heading "What would you like to tell us?"
  radiogroup disabled "What is it about?"
    radio disabled "A problem" "An idea" "Praise" "Something else"
  text "Your message"
  textbox required disabled "Your message"
  status
  text "E-mail address, if you would like a reply (optional)"
  textbox disabled "E-mail address, if you would like a reply (optional)"
  checkbox disabled "Send the address of this page too: ${address}"
  text "Send the address of this page too:" "${address}"
  button disabled "Submit"
status`,
    readonly: `
form "What would you like to tell us?"
  heading "What would you like to tell us?"
  radiogroup readonly "What is it about?"
    radio "A problem" "An idea"
    radio checked "Praise"
    radio "Something else"
  text "Your message"
  textbox required readonly "Your message"
    text "The list is slow."
  status
  text "E-mail address, if you would like a reply (optional)"
  textbox readonly "E-mail address, if you would like a reply (optional)"
    text "a@b.example"
  checkbox disabled "Send the address of this page too: ${address}"
  text "Send the address of this page too:" "${address}"
  button disabled "Submit"
status`,
  },
};

describe('the accessibility tree of what is filled in', () => {
  for (const [title, listed] of Object.entries(listings)) {
    it(`is as reviewed for a ${title}, in every state (39, 55)`, async function () {
      this.timeout(60_000);
      for (const state of states) {
        const control = await reach(subjects[title]!, state);
        await expectTree(listed[state]!.trim(), state);
        control.remove();
      }
    });
  }
});
