import { toError } from '@backstage/errors';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { StandardCatalog } from '../standards/StandardCatalog';
import { applied, declare, excluded } from './__testUtils__/statements';
import { DeclaredStatements } from './DeclaredStatements';

const create = (configured: { standard: string; entries: object }[]) =>
  DeclaredStatements.create({
    configured: configured as Parameters<
      typeof DeclaredStatements.create
    >[0]['configured'],
    standards: StandardCatalog.create(),
  });

describe('DeclaredStatements', () => {
  it('has a statement for each standard, declared or not', () => {
    const declared = declare({ house: { 'A.1': applied } });
    expect(
      declared.all.map(({ standard, about }) => [standard.id, about]),
    ).toEqual([
      ['iso20000-1-2018', 'clauses'],
      ['iso27001-2022', 'controls'],
      ['house', 'controls'],
    ]);
    expect(declared.get('house').entries).toEqual(new Map([['A.1', applied]]));
    expect(declared.get('iso27001-2022').entries.size).toBe(0);
    expect(() => declared.get('iso9001')).toThrow(
      "No standard 'iso9001', expected one of iso20000-1-2018, iso27001-2022, house",
    );
  });

  it('tells another hash when it declares something else', () => {
    const hashOf = (entries: Parameters<typeof declare>[0]) =>
      declare(entries).get('house').hash;
    const hash = hashOf({ house: { 'A.1': applied, 'A.10': excluded } });
    expect(hashOf({ house: { 'A.10': excluded, 'A.1': applied } })).toBe(hash);
    expect(
      hashOf({
        house: { 'A.1': applied },
        'iso27001-2022': { 'A.5.1': applied },
      }),
    ).toBe(hashOf({ house: { 'A.1': applied } }));
    expect(hashOf({ house: { 'A.1': applied } })).not.toBe(hash);
    expect(
      hashOf({
        house: { 'A.1': applied, 'A.10': { ...excluded, exclusion: 'None.' } },
      }),
    ).not.toBe(hash);
  });

  it('does not ask for the date of today', () => {
    expect(() =>
      declare({ house: { 'A.1': { ...applied, reviewedOn: '9999-12-31' } } }),
    ).not.toThrow();
  });

  it('reports all problems at once, each in one line', () => {
    const links = [{ url: 'https://example.com' }, { url: 'example' }];
    const messageOf = () => {
      try {
        create([
          { standard: 'iso27001', entries: {} },
          {
            standard: 'iso27001-2022',
            entries: {
              'A.5.1': { ...applied, reasons: ['risk'], status: 'x' },
              'A.5.2': { applicable: false },
              'A.5.3': { links },
              'A.5.4': 'yes',
              'A.9.1': applied,
              '6.1.2': excluded,
            },
          },
          { standard: 'iso27001-2022', entries: {} },
          {
            standard: 'iso20000-1-2018',
            entries: {
              '8.4.1': excluded,
              '8.4': { handledBy: 'Acme' },
              '5.1': { handledBy: 'Acme' },
            },
          },
        ]);
        return '';
      } catch (error) {
        return toError(error).message;
      }
    };
    expect(messageOf().split('\n')).toEqual(
      [
        "compliance.applicability[0].standard: found 'iso27001', expected one of iso20000-1-2018, iso27001-2022; the nearest is 'iso27001-2022'",
        "compliance.applicability[1].entries['A.5.1'].reasons[0]: found 'risk', expected one of risk-treatment, legal-or-contractual, business-requirement",
        "compliance.applicability[1].entries['A.5.1'].status: found 'x', expected one of the fields applicable,",
        "compliance.applicability[1].entries['A.5.2'].exclusion: found nothing, expected the reason why it is excluded",
        "compliance.applicability[1].entries['A.5.3'].links[1].url: found 'example', expected an http or https address",
        "compliance.applicability[1].entries['A.5.4']: found 'yes', expected an object with values",
        "compliance.applicability[1].entries: found 'A.9.1', expected one of the controls A.5.1 to A.8.34 (ISO/IEC 27001:2022 has no control A.9.1)",
        "compliance.applicability[1].entries: found '6.1.2', expected one of the controls A.5.1 to A.8.34 (6.1.2 of ISO/IEC 27001:2022 is a clause, and",
        "compliance.applicability[2].standard: found 'iso27001-2022', expected one of iso20000-1-2018, as each is declared once",
        "compliance.applicability[3].entries['8.4.1'].applicable: found false, expected nothing, because a clause always applies",
        "compliance.applicability[3].entries['8.4.1'].exclusion: found 'There is no cellar.', expected nothing",
        "compliance.applicability[3].entries: found '8.4', expected one of the clauses 6.1 to 10.2 (8.4 of ISO/IEC 20000-1:2018 is a heading",
        "compliance.applicability[3].entries: found '5.1', expected one of the clauses 6.1 to 10.2 (The organisation must itself meet the clauses 4 and 5",
      ].map(line => expect.stringContaining(line)),
    );
  });

  it('reads that of the demo, in which all controls are decided', () => {
    const declared = create(
      parse(
        readFileSync(
          resolve(__dirname, '../../../../examples/applicability.yaml'),
          'utf8',
        ),
      ),
    );
    const decisions = [...declared.get('iso27001-2022').entries.values()].map(
      ({ applicable }) => applicable,
    );
    expect(decisions.filter(applicable => applicable)).toHaveLength(88);
    expect(decisions.filter(applicable => applicable === false)).toHaveLength(
      5,
    );
    expect([...declared.get('iso20000-1-2018').entries.keys()]).toEqual([
      '8.4.1',
      '8.4.3',
    ]);
  });
});
