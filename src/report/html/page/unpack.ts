/** Reads an element that the generator packed: Base64 of compressed JSON. Undefined if there is none. */
export async function unpack<T>(id: string): Promise<T | undefined> {
  const element = document.getElementById(id);
  if (!element) return undefined;
  const binary = atob(element.textContent ?? '');
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i += 1) bytes[i] = binary.charCodeAt(i);
  const json = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(json).json()) as T;
}
