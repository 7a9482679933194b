/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress.h: what is said on stderr while files are read: failures, and on a terminal how far it is */
#pragma once

#include <glib.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

G_BEGIN_DECLS

/* Says what failed with @name; nothing in it can command the terminal */
void
dd_progress_failure(const char *name, const GError *error);
/* Returns: (transfer full) the name of a file as it is shown, without folders */
char *
dd_progress_name(const char *path);
/* One line that is written over and over, of many files alone, and blanked at the end (@path NULL) */
void
dd_progress_files(size_t done, size_t n, const char *path);
/* Pages that are images take seconds each: one line says how far it is, and goes away with the last. @user_data: the file's name */
void
dd_progress_pages(uint32_t done, uint32_t of, void *user_data);
/* So does LibreOffice, which an old Word or Excel file goes through first */
void
dd_progress_converting(bool begins, void *user_data);

G_END_DECLS
