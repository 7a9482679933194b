/* SPDX-License-Identifier: GPL-3.0-or-later */
/* last-words.c: GLib's own writer asks what stderr is (a terminal, a journal), for which the filter kills */
#include "last-words.h"

#include "worker-status.h"

#include <string.h>
#include <unistd.h>

#define NO_MEMORY "failed to allocate" /* how GLib's message of a failed g_malloc says it */

static void
say(const char *text, size_t len)
{
	/* there is nobody to tell when it cannot be told */
	if (write(STDERR_FILENO, text, len) < 0)
		return;
}

static GLogWriterOutput
write_log(GLogLevelFlags level, const GLogField *fields, gsize n, G_GNUC_UNUSED gpointer user_data)
{
	for (gsize i = 0; i < n; i++) {
		if (strcmp(fields[i].key, "MESSAGE") != 0)
			continue;
		const char *message = fields[i].value;
		size_t len = fields[i].length < 0 ? strlen(message) : (size_t)fields[i].length;
		say(message, len);
		say("\n", 1);
		if ((level & G_LOG_LEVEL_ERROR) != 0 && strstr(message, NO_MEMORY) != NULL)
			_exit(DD_WORKER_MEMORY);
	}
	return G_LOG_WRITER_HANDLED;
}

void
dd_last_words_install(void)
{
	g_log_set_writer_func(write_log, NULL, NULL);
}
