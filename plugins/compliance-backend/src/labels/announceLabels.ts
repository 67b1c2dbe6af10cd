import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import { LABELS_TOPIC } from '@service-compliance/backstage-plugin-compliance-common';

/**
 * Says that labels changed, once that is committed. Who misses it notices at
 * the next reading of the feed, so a failure is no more than logged.
 */
export async function announceLabels(options: {
  events: Pick<EventsService, 'publish'>;
  logger: LoggerService;
}): Promise<void> {
  try {
    await options.events.publish({ topic: LABELS_TOPIC, eventPayload: {} });
  } catch (error) {
    options.logger.warn(`Changed labels could not be announced: ${error}`);
  }
}
