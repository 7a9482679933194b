/* SPDX-License-Identifier: GPL-3.0-or-later */
/* office-folder.h: the one folder in which an office program may write, and whose contents are anybody's */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <sys/types.h>

G_BEGIN_DECLS

typedef struct {
	char *path; /* NULL when there is none */
	int fd;     /* of the folder itself; -1 */
} DdOfficeFolder;

/*
 * Makes a new folder in @parent, for this user alone, with the folders in, out, tmp and a profile of the LibreOffice whose program
 * @program is, in which macros are off, nothing is updated, recovered or asked. It is locked for as long as its descriptor is open, which
 * is no longer than this process lives. Returns: FALSE with DD_ERROR_IO; there is no folder then
 */
bool
dd_office_folder_make(
	const char *parent, const char *program, DdOfficeFolder *folder_out, GError **error);
/* Removes the folders in @parent that this user's processes made and did not live to remove: those that nobody locks */
void
dd_office_folder_sweep(const char *parent);
/* Returns: (transfer full) the path of a file in it */
char *
dd_office_folder_get_path(const DdOfficeFolder *self, const char *name);
/*
 * Returns: FALSE when it holds more than DD_MAX_OFFICE_FOLDER_BYTES or DD_MAX_OFFICE_FILES, what @pid has open and removed counted
 * in, or deeper folders than any program needs
 */
bool
dd_office_folder_is_within(const DdOfficeFolder *self, pid_t pid);
/* Removes it with all that is in it, which nobody may change any more. One that is {NULL, -1} is fine */
void
dd_office_folder_clear(DdOfficeFolder *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(DdOfficeFolder, dd_office_folder_clear)

G_END_DECLS
