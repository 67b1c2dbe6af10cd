import { Clause, Standard } from '../standards';

/**
 * What a statement about a standard is about, and its controls or clauses.
 *
 * @public
 */
export interface StatementSubject {
  /**
   * `controls` are decided upon; of `clauses` it is only said who handles them.
   */
  about: 'controls' | 'clauses';
  /** In the order of the standard. */
  clauses: Clause[];
}

/** The clauses that ISO's standards for management systems have in common. */
const HARMONIZED = ['4', '5', '6', '7', '8', '9', '10'];
/** Those of them that another party can not meet for the organisation. */
const OWN = ['4', '5'];

/**
 * What a statement about a standard is about: its controls or, where it has
 * none, the clauses that another party can handle.
 *
 * @public
 */
export function statementSubject(standard: Standard): StatementSubject {
  const units = standard.clauses.filter(({ unit }) => unit);
  return standard.clauses.some(({ kind }) => kind === 'control')
    ? {
        about: 'controls',
        clauses: units.filter(({ kind }) => kind === 'control'),
      }
    : {
        about: 'clauses',
        clauses: units.filter(clause => !isOwn(standard, clause)),
      };
}

/**
 * Why a statement can not say anything about a clause or control.
 *
 * @param clause - number of one of the standard
 * @returns undefined when it can.
 * @public
 */
export function whyNotInStatement(
  standard: Standard,
  clause: string,
): string | undefined {
  const { about, clauses } = statementSubject(standard);
  if (clauses.some(({ id }) => id === clause)) {
    return undefined;
  }
  const found = standard.clauses.find(({ id }) => id === clause);
  if (!found) {
    return `${standard.title} has no ${
      about === 'controls' ? 'control' : 'clause'
    } ${clause}`;
  }
  if (about === 'controls' && found.kind === 'clause') {
    return `${clause} of ${standard.title} is a clause, and clauses can not be excluded: a statement is about controls`;
  }
  if (found.unit) {
    return `The organisation must itself meet the clauses 4 and 5 of ${standard.title}: only parts of 6 to 10 can be handled by another party`;
  }
  return `${clause} of ${standard.title} is a heading or a detail: a statement is about ${about} that coverage is told for, such as ${clauses[0].id}`;
}

/** Standards with another structure number their clauses as they like. */
function isOwn({ clauses }: Standard, { id }: Clause): boolean {
  const isHarmonized = HARMONIZED.every(number =>
    clauses.some(clause => clause.id === number),
  );
  return isHarmonized && OWN.includes(id.split('.')[0]);
}
