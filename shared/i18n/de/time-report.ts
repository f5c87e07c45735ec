/** Texts of hours and costs by what they were for. */
export const timeReport = {
  title: 'Auswertung',
}
