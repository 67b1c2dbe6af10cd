/** How home pages name and place the card. */
export const homeCard = {
  title: 'Compliance to do',
  description:
    'Your services that gain most from a few fields, and what is due for review',
  layout: {
    width: { minColumns: 3, defaultColumns: 4 },
    height: { minRows: 3, defaultRows: 5 },
  },
};
