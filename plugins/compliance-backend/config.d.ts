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

export interface Config {
  /**
   * Compliance metadata, checks and scorecards. Every key is optional. What is
   * wrong is reported when the backend starts, all at once.
   */
  compliance?: {
    /**
     * Which entities of the catalog are assessed: components, APIs and
     * resources that are no documents by default.
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
     * Paths of YAML files, each with a further standard as numbers and titles,
     * and its crosswalks; docs/standards.md describes their format. Relative
     * paths start from the folder that the backend is started in, as those of
     * file locations of the catalog do.
     */
    standards?: string[];

    /**
     * What Statements of Applicability start from, until an entry is changed
     * in the portal. Usually a file of its own, with `$include`.
     */
    applicability?: Array<{
      /** Id of a standard; each is declared once. */
      standard: string;
      /**
       * By the number of a control or, where a standard has no controls, of a
       * clause; in quotes where YAML would take it for a number.
       */
      entries?: {
        [clause: string]: {
          /** Whether the control is applied; undecided by default. */
          applicable?: boolean;
          /** Why it is; at least one when it is applicable. */
          reasons?: Array<
            'risk-treatment' | 'legal-or-contractual' | 'business-requirement'
          >;
          /** Why it is not; required when it is not applicable. */
          exclusion?: string;
          /** Required when it is applicable. */
          implementation?:
            | 'not-started'
            | 'planned'
            | 'partial'
            | 'implemented';
          /** Ref of the user or group that answers for it. */
          owner?: string;
          links?: Array<{ url: string; title?: string }>;
          /** ISO 8601 date. */
          reviewedOn?: string;
          /** Who handles a clause instead: a name or the ref of an entity. */
          handledBy?: string;
        };
      };
    }>;

    /**
     * Documents that are evidence for clauses, beside those that the catalog
     * declares and those that are added in the portal.
     */
    documents?: Array<{
      /** Slug that no other document has; never change it. */
      id: string;
      /** One line of at most 200 characters. */
      title: string;
      kind: 'policy' | 'procedure' | 'plan' | 'record';
      /** Address of the document, http or https. */
      link?: string;
      /** Ref of the entity whose page or TechDocs hold it. */
      entityRef?: string;
      /** Ref of the user or group that answers for it. */
      owner?: string;
      /** As its owner writes it, at most 50 characters. */
      version?: string;
      /** ISO 8601 date; it is a draft before that day, and without one. */
      approvedOn?: string;
      /** ISO 8601 duration; without one it does not expire. */
      reviewEvery?: string;
      /** What it is evidence for, of one or several standards; at most 200. */
      clauses?: Array<{
        /** Id of a standard. */
        standard: string;
        /** Number of a clause or control, in quotes. */
        clause: string;
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
