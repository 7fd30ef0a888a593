import type { FormDefinition, RatingStep } from './survey-definition.js';

interface Area {
  slug: string;
  section: { en: string; de: string };
  statements: { en: string; de: string }[];
}

const AREAS: Area[] = [
  {
    slug: 'marketing',
    section: { en: 'Marketing', de: 'Marketing' },
    statements: [
      {
        en: 'Marketing reads what customers answered before it plans a campaign.',
        de: 'Das Marketing liest, was Kunden geantwortet haben, bevor es eine Kampagne plant.',
      },
      {
        en: 'Our promises are ones that today’s customers would confirm.',
        de: 'Was wir versprechen, würden unsere heutigen Kunden bestätigen.',
      },
      {
        en: 'Marketing is measured by the customers who stay, not only by the leads it brings.',
        de: 'Das Marketing wird an den Kunden gemessen, die bleiben, nicht nur an gewonnenen Kontakten.',
      },
      {
        en: 'Marketing talks to customers itself at least once a month.',
        de: 'Das Marketing spricht mindestens einmal im Monat selbst mit Kunden.',
      },
    ],
  },
  {
    slug: 'sales-alignment',
    section: { en: 'Sales alignment', de: 'Abstimmung mit dem Vertrieb' },
    statements: [
      {
        en: 'Sales and marketing mean the same by a customer who suits us.',
        de: 'Vertrieb und Marketing verstehen dasselbe unter einem Kunden, der zu uns passt.',
      },
      {
        en: 'Sales turns down deals that would leave the customer disappointed.',
        de: 'Der Vertrieb lehnt Abschlüsse ab, die den Kunden enttäuschen würden.',
      },
      {
        en: 'What a customer was promised is written down where everyone who serves them can read it.',
        de: 'Was einem Kunden zugesagt wurde, steht dort, wo alle es lesen können, die ihn betreuen.',
      },
      {
        en: 'Reasons for lost deals reach product and marketing within a month.',
        de: 'Warum Abschlüsse verloren gingen, erfahren Produkt und Marketing innerhalb eines Monats.',
      },
    ],
  },
  {
    slug: 'customer-success',
    section: { en: 'Customer success', de: 'Kundenerfolg' },
    statements: [
      {
        en: 'For every customer we know what they want to achieve with us.',
        de: 'Von jedem Kunden wissen wir, was er mit uns erreichen will.',
      },
      {
        en: 'Whoever gives a low score hears from a person within two working days.',
        de: 'Wer schlecht bewertet, hört innerhalb von zwei Werktagen von einem Menschen.',
      },
      {
        en: 'We notice that a customer may leave before they give notice.',
        de: 'Wir merken, dass ein Kunde gehen könnte, bevor er kündigt.',
      },
      {
        en: 'Customers learn what we changed because of their answers.',
        de: 'Kunden erfahren, was wir aufgrund ihrer Antworten geändert haben.',
      },
    ],
  },
  {
    slug: 'tech-stack',
    section: { en: 'Tech stack', de: 'Systeme und Daten' },
    statements: [
      {
        en: 'Everyone who serves a customer sees that customer’s answers in the tool they work with.',
        de: 'Wer einen Kunden betreut, sieht dessen Antworten in dem Werkzeug, mit dem er arbeitet.',
      },
      {
        en: 'Our systems agree on who a customer is and since when.',
        de: 'Unsere Systeme stimmen darin überein, wer Kunde ist und seit wann.',
      },
      {
        en: 'A question about our customers’ behaviour is answered from data within a day.',
        de: 'Eine Frage zum Verhalten unserer Kunden lässt sich innerhalb eines Tages aus Daten beantworten.',
      },
      {
        en: 'We store of customers only what we use, and can say what for.',
        de: 'Wir speichern von Kunden nur, was wir nutzen, und können sagen, wofür.',
      },
    ],
  },
  {
    slug: 'content',
    section: { en: 'Content', de: 'Inhalte' },
    statements: [
      {
        en: 'What we write answers questions that customers really asked.',
        de: 'Was wir schreiben, beantwortet Fragen, die Kunden wirklich gestellt haben.',
      },
      {
        en: 'Our help pages are corrected as soon as the product changes.',
        de: 'Unsere Hilfeseiten werden berichtigt, sobald sich das Produkt ändert.',
      },
      {
        en: 'We use the words of our customers, not those of our departments.',
        de: 'Wir verwenden die Wörter unserer Kunden, nicht die unserer Abteilungen.',
      },
    ],
  },
];

/**
 * How customer-focused an organisation is, as those who work there see it: statements about five areas, each from 1
 * (strongly disagree) to 5, with the ids `<area>-1`, `<area>-2`, …, and a comment at the end.
 */
export const organisationalAudit: FormDefinition = {
  kind: 'form',
  survey: 'organisational-audit',
  wording: 'organisational-audit@1',
  question: { en: 'How customer-focused are we?', de: 'Wie kundenorientiert sind wir?' },
  steps: [
    ...AREAS.flatMap(({ slug, section, statements }) =>
      statements.map(
        (question, index): RatingStep => ({
          type: 'rating',
          id: `${slug}-${index + 1}`,
          section,
          question,
          scale: [1, 5],
          anchorStart: { en: 'Strongly disagree', de: 'Stimme gar nicht zu' },
          anchorEnd: { en: 'Strongly agree', de: 'Stimme voll zu' },
        }),
      ),
    ),
    {
      type: 'text',
      id: 'comment',
      question: { en: 'What should we change first?', de: 'Was sollten wir zuerst ändern?' },
    },
  ],
};
