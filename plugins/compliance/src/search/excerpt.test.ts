import { excerptOf } from './excerpt';

const text =
  'Service tier: Tier 1. Supplier risk: High. Failing checks: Tested in time; Plan is linked.';
const tags = { preTag: '<1f>', postTag: '</1f>' };

describe('excerptOf', () => {
  it('keeps the sentences in which something was found', () => {
    const marked = text
      .replace('Tier 1', '<1f>Tier</1f> 1')
      .replace('Tested', '<1f>Tested</1f>');
    expect(excerptOf(text, { ...tags, fields: { text: marked } })).toBe(
      'Service tier: <1f>Tier</1f> 1. Failing checks: <1f>Tested</1f> in time; Plan is linked.',
    );
  });

  it('is empty when something was found elsewhere', () => {
    const title = '<1f>Payments</1f>';
    expect(excerptOf(text, { ...tags, fields: { title } })).toBe('');
    expect(excerptOf(text, { ...tags, fields: { title, text } })).toBe('');
  });

  it('is the text when nothing is marked', () => {
    expect(excerptOf(text)).toBe(text);
    expect(excerptOf(text, { ...tags, fields: {} })).toBe(text);
  });
});
