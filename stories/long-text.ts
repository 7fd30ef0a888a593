/** As long as texts get in languages that join their words. It says nothing. */
export const longText = 'Kundenzufriedenheitsbefragungsteilnahmebestätigung unter Berücksichtigung aller Weiterempfehlungswahrscheinlichkeiten';
