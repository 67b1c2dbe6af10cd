import { Link, useSidebarOpenState } from '@backstage/core-components';
import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import styles from './SidebarLogo.module.css';

/** The shield, with the organization's name beside it when there is room. */
export function SidebarLogo() {
  const { isOpen } = useSidebarOpenState();
  const name = useApi(configApiRef).getOptionalString('organization.name');
  return (
    <Link
      to="/"
      underline="none"
      className={styles.link}
      aria-label={isOpen ? undefined : name}
    >
      <svg className={styles.shield} viewBox="0 0 24 24" aria-hidden="true">
        <path
          fill="#2fb6a3"
          d="M12 1.5 3.5 4.6v6.2c0 5.3 3.5 9.9 8.5 11.7 5-1.8 8.5-6.4 8.5-11.7V4.6z"
        />
        <path
          fill="none"
          stroke="#fff"
          strokeWidth="2.2"
          strokeLinecap="round"
          strokeLinejoin="round"
          d="m7.8 12.1 3 3 5.5-6"
        />
      </svg>
      {isOpen && <span className={styles.name}>{name}</span>}
    </Link>
  );
}
