/* SPDX-License-Identifier: GPL-3.0-or-later */
/* progress.c: lines on stderr */
#include "progress.h"

#include "width.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#define PROGRESS_FILES 4 /* from so many files on a terminal is told how far it is */

void
dd_progress_failure(const char *name, const GError *error)
{
	g_autofree char *clean = dd_width_clean(name);
	g_autofree char *message = dd_width_clean(error->message);
	fprintf(stderr, "dondoc: %s: %s\n", clean, message);
}

char *
dd_progress_name(const char *path)
{
	g_autofree char *base = strcmp(path, "-") == 0 ? g_strdup("-") : g_path_get_basename(path);
	return dd_width_clean(base);
}

void
dd_progress_pages(uint32_t done, uint32_t of, void *user_data)
{
	const char *name = user_data;
	if (!isatty(STDERR_FILENO))
		return;
	fputs("\r\033[K", stderr);
	if (done < of)
		fprintf(stderr, "Đang nhận dạng (recognising) %.60s: trang (page) %u/%u", name,
			done, of);
}

void
dd_progress_converting(bool begins, void *user_data)
{
	const char *name = user_data;
	if (!isatty(STDERR_FILENO))
		return;
	fputs("\r\033[K", stderr);
	if (begins)
		fprintf(stderr, "Đang chuyển bằng LibreOffice (converting) %.60s", name);
}

void
dd_progress_files(size_t done, size_t n, const char *path)
{
	if (n < PROGRESS_FILES || !isatty(STDERR_FILENO))
		return;
	fputs("\r\033[K", stderr);
	if (path == NULL)
		return;
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *clean = dd_width_clean(base);
	fprintf(stderr, "Đang đọc (reading) %zu/%zu %.60s", done + 1, n, clean);
}
