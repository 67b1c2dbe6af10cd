import { HumanDuration } from '@backstage/types';

/**
 * A filter predicate of Backstage, such as
 * `{ kind: Component, spec.type: { $in: [service, website] } }`.
 */
interface Predicate {
  [pathOrOperator: string]: unknown;
}

/** One level of a scale. */
interface Level {
  /** Slug of lower-case letters, digits and dashes, other than `unset`. */
  id: string;
  title: string;
  /** What it means to choose this level, in one sentence. */
  description?: string;
}

/** Number and title of a part of a standard. */
interface Part {
  id: string;
  title: string;
}

export interface Config {
  /**
   * Compliance metadata, checks and scorecards. Every key is optional. What is
   * wrong is reported when the backend starts, all at once.
   */
  compliance?: {
    /**
     * Which entities of the catalog are assessed: components, APIs and
     * resources by default.
     */
    scope?: Predicate;

    /**
     * Which of them stand for something that another party runs: components
     * and resources of the types supplier, saas, vendor, external-service and
     * third-party by default.
     */
    suppliers?: Predicate;

    /** Which entities carry which facet, and so which checks apply to them. */
    facets?: {
      serviceLevel?: {
        /**
         * Components and systems by default, but no libraries, no
         * documentation and no suppliers.
         */
        appliesTo?: Predicate;
      };
      information?: {
        /** The same and, by default, APIs and resources. */
        appliesTo?: Predicate;
      };
      continuity?: {
        /** The same as for the service level and, by default, resources. */
        appliesTo?: Predicate;
      };
      supplier?: {
        /** The suppliers by default. */
        appliesTo?: Predicate;
      };
    };

    /**
     * Whether the management systems cover an entity that says nothing about
     * it; `in` by default.
     */
    scopeDefaults?: {
      /** The service management system. */
      sms?: 'in' | 'out';
      /** The information security management system. */
      isms?: 'in' | 'out';
    };

    /**
     * Which source wins when the annotations in Git and the values entered in
     * the portal disagree; `git` by default.
     */
    precedence?: 'git' | 'portal';

    /** The words and thresholds of the organisation. */
    vocabulary?: {
      /**
       * Confidentiality, integrity and availability are rated 1 to this
       * number; 4 by default.
       */
      ciaMaximum?: number;
      /**
       * Longest time between two reviews of a facet, ISO 8601 duration; P1Y by
       * default.
       */
      reviewEvery?: string;
      /** A scale that is given replaces the default one as a whole. */
      scales?: {
        /** From the most to the least demanding. */
        serviceTier?: Array<
          Level & {
            /** Availability target, percent. */
            availability: number;
            /** Id of a level of `supportHours`. */
            supportHours: string;
          }
        >;
        /** From the most to the least demanding. */
        supportHours?: Level[];
        /** From the lowest to the highest. */
        classification?: Level[];
        /** From the lowest to the highest; the lowest means there is none. */
        personalData?: Level[];
        /** From the most to the least demanding. */
        continuityTier?: Array<
          Level & {
            /** Recovery time objective, ISO 8601 duration. */
            rto: string;
            /** Recovery point objective, ISO 8601 duration. */
            rpo: string;
            /** Maximum tolerable period of disruption, ISO 8601 duration. */
            mtpd: string;
            /** Longest time between two tests, ISO 8601 duration. */
            testEvery: string;
          }
        >;
        testKind?: Level[];
        /** From the best to the worst; the worst is a failed test. */
        testResult?: Level[];
        /** The first one stands for another company. */
        supplierKind?: Level[];
        /** From the most to the least critical. */
        criticality?: Array<
          Level & {
            /** Longest time between two assessments, ISO 8601 duration. */
            assessEvery: string;
          }
        >;
        /** From the lowest to the highest. */
        risk?: Level[];
        /**
         * From the lowest to the highest; by default none and then the ids of
         * the classification.
         */
        dataAccess?: Level[];
        /** From the lowest to the highest. */
        substitutability?: Level[];
      };
    };

    /**
     * What scorecards can reach, in ascending order; bronze, silver and gold
     * by default.
     */
    levels?: Array<{
      /** Slug of lower-case letters, digits and dashes, not unset or none. */
      id: string;
      title: string;
      /** Lowest score that reaches it, 0 to 100, above that before it. */
      minScore: number;
      /** Ids of checks that must neither fail nor be unknown. */
      requiredChecks?: string[];
    }>;

    /** What is changed about checks, by their ids. */
    checks?: {
      [checkId: string]: {
        /** Whether the check is evaluated at all; true by default. */
        enabled?: boolean;
        /** Share in the score, above 0. */
        weight?: number;
        /**
         * Narrows the entities that the check applies to, over the entity and
         * `profile.<group>.<field>`.
         */
        appliesTo?: Predicate;
        /**
         * ISO 8601 date until which a finding is shown as upcoming and does
         * not score.
         */
        enforcedFrom?: string;
      };
    };

    /** Checks that need no code. */
    declaredChecks?: Array<{
      /** Slug that no other check has; never change it. */
      id: string;
      title: string;
      /** Why the check exists and when it passes; the title by default. */
      description?: string;
      /** The group of the scorecard that it is shown in. */
      facet:
        | 'catalogue'
        | 'serviceLevel'
        | 'information'
        | 'continuity'
        | 'supplier'
        | 'operations';
      /** Share in the score, above 0; 1 by default. */
      weight?: number;
      /** What a pass is evidence for. */
      clauses?: Array<{
        /** Id of a standard. */
        standard: string;
        /** Number of a clause or control. */
        clause: string;
      }>;
      /** What to do to make it pass. */
      remediation: string;
      /** Keys of the annotations to set for that. */
      annotations?: string[];
      /** The entities it applies to; all that carry the facet by default. */
      appliesTo?: Predicate;
      /**
       * When it passes, over the entity (`kind`, `metadata.*`, `spec.*`) and
       * the effective values of its profile (`profile.<group>.<field>`). It is
       * unknown where nothing of that is declared, and fails otherwise.
       */
      passes: Predicate;
    }>;

    /**
     * Further standards, as numbers and titles. Large ones can be kept in
     * files of their own with `$include`.
     */
    standards?: Array<{
      /** Slug that no other standard has. */
      id: string;
      title: string;
      /** The management system that it is about. */
      managementSystem: 'sms' | 'isms';
      /** Numbered parts; parents follow from the numbers. */
      clauses: Part[];
      /** Groups of controls. */
      themes?: Part[];
      /** Controls, numbered as parts of a theme. */
      controls?: Part[];
      /** Numbers of those that the metadata of services is evidence for. */
      evidencedByServices?: string[];
    }>;

    /** Further relations between the clauses of two standards. */
    crosswalks?: Array<{
      /** Slug that no other crosswalk has. */
      id: string;
      /** Id of a standard. */
      source: string;
      /** Id of a standard. */
      target: string;
      relations: Array<{
        /** Number of a clause of the source. */
        source: string;
        /** Number of a clause of the target. */
        target: string;
        /** `intersects-with` by default. */
        relationship?: 'intersects-with' | 'subset-of';
        /** Operational theme, e.g. `incident`. */
        theme: string;
      }>;
    }>;

    /**
     * How often the catalog is read and what changed is assessed; one replica
     * does it for all of them.
     */
    schedule?: {
      /** Every two minutes by default. */
      frequency?:
        | string
        | HumanDuration
        | {
            /** A crontab expression. */
            cron: string;
          }
        | {
            /** Only when the task is triggered. */
            trigger: 'manual';
          };
      /** After which a run is given up; 30 minutes by default. */
      timeout?: string | HumanDuration;
      /** Before the first run; 5 seconds by default. */
      initialDelay?: string | HumanDuration;
    };

    /**
     * How long changes of verdicts are kept, ISO 8601 duration; P2Y by
     * default.
     */
    historyRetention?: string;

    /** How entities inherit the risk of the suppliers that they need. */
    supplierRisk?: {
      /**
       * Over how many dependencies at most, 1 to 5; 3 by default. The trees of
       * dependencies are that deep, too, unless they are asked for otherwise.
       */
      depth?: number;
    };
  };
}
