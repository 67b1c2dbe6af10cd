/** The file name that a `Content-Disposition` header tells. */
export function fileNameOf(header: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;\s]+)/i.exec(header ?? '')?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(header ?? '')?.[1].trim();
  try {
    return (encoded && decodeURIComponent(encoded)) || plain || undefined;
  } catch {
    return plain;
  }
}
