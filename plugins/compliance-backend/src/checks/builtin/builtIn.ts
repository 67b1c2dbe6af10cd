import {
  CheckFacts,
  ClauseRef,
  iso20000,
  iso27001,
  Verdict,
} from '@service-compliance/backstage-plugin-compliance-common';
import { Check } from '@service-compliance/backstage-plugin-compliance-node';
import { annotationFailure, fieldEntry, FieldId } from '../annotationErrors';

/** What a built-in check concludes; the expectation is added to it. */
export type Judgement = Omit<Verdict, 'expected'>;

/** A built-in check, as it is written down. */
export interface BuiltInCheck
  extends Pick<
    Check,
    | 'id'
    | 'title'
    | 'description'
    | 'facet'
    | 'weight'
    | 'clauses'
    | 'appliesTo'
    | 'appliesToFacet'
  > {
  /** What to do to make it pass. */
  remedy: string;
  /** The fields it is about: a value that cannot be used makes it fail. */
  fields?: FieldId[];
  /**
   * Fields that decide what is expected: a value that cannot be used makes it
   * fail where it would be unknown otherwise.
   */
  basis?: FieldId[];
  /** What is expected, as a sentence. */
  expected: string | ((facts: CheckFacts) => string);
  judge(facts: CheckFacts): Judgement;
}

/** Completes what all built-in checks have in common. */
export function builtIn(options: BuiltInCheck): Check {
  const { remedy, fields = [], basis = [], expected, judge, ...rest } = options;
  return {
    ...rest,
    remediation: {
      text: remedy,
      ...(fields.length > 0 && {
        annotations: fields.map(id => fieldEntry(id).annotation),
      }),
    },
    evaluate(facts) {
      const judgement = judge(facts);
      const failure =
        judgement.status === 'not-applicable'
          ? undefined
          : annotationFailure(facts.entity, fields) ??
            (judgement.status === 'unknown'
              ? annotationFailure(facts.entity, basis)
              : undefined);
      return (
        failure ?? {
          ...judgement,
          expected: typeof expected === 'string' ? expected : expected(facts),
        }
      );
    },
  };
}

const refs =
  (standard: string) =>
  (...clauses: string[]): ClauseRef[] =>
    clauses.map(clause => ({ standard, clause }));

/** Clauses of ISO/IEC 20000-1. */
export const sms = refs(iso20000.id);

/** Controls of ISO/IEC 27001. */
export const isms = refs(iso27001.id);

/** @param dueOn - when the verdict changes by itself */
export const pass = (finding: string, dueOn?: string): Judgement => ({
  status: 'pass',
  finding,
  dueOn,
});

/** @param dueOn - when the verdict changes by itself */
export const fail = (finding: string, dueOn?: string): Judgement => ({
  status: 'fail',
  finding,
  dueOn,
});

/** Nothing was declared, or nothing to compare with. */
export const unknown = (finding: string, dueOn?: string): Judgement => ({
  status: 'unknown',
  finding,
  dueOn,
});

/** There is nothing to judge. */
export const notApplicable = (finding: string): Judgement => ({
  status: 'not-applicable',
  finding,
});
