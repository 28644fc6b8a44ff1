/** What a transcript can be exported as; each is the name of a renderer. */
export const EXPORT_FORMATS = ['md', 'json'] as const;
