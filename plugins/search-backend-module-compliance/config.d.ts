import { HumanDuration } from '@backstage/types';

export interface Config {
  search?: {
    collators?: {
      /** How the compliance of services gets into the search. */
      compliance?: {
        /**
         * Where a result leads to, `/catalog/:namespace/:kind/:name/compliance`
         * by default. No other result may lead to the same place.
         */
        locationTemplate?: string;

        /**
         * The permission that decides which results somebody sees,
         * `catalog.entity.read` by default. Use `compliance.profile.read` where
         * the policy allows it for fewer entities than the catalog shows.
         */
        visibilityPermission?:
          | 'catalog.entity.read'
          | 'compliance.profile.read';

        /** How often everything is indexed anew. */
        schedule?: {
          /** Every ten minutes by default. */
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
          /** After which a run is given up; 15 minutes by default. */
          timeout?: string | HumanDuration;
          /** Before the first run; 15 seconds by default. */
          initialDelay?: string | HumanDuration;
        };
      };
    };
  };
}
