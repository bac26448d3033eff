const SENTENCE: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file or folder. Check the path, or make it first',
  ENOTDIR: 'there is a file of that name where a folder is wanted. Choose another path',
  EEXIST: 'there is a file of that name. Choose another path',
  EISDIR: 'this is a folder. Name a file in it',
  EACCES: 'not allowed to write there. Choose another path',
  EPERM: 'not allowed to write there. Choose another path',
  EROFS: 'this file system is read only. Choose another path',
  ENOSPC: 'the disk is full. Make room, or choose another path',
};

/** What the operating system said, for people. */
export function whyNot(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  return SENTENCE[code] ?? message;
}
