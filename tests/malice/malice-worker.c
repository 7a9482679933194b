/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * malice-worker.c: stands in for dondoc-worker and does one bad thing. Which one its input says, for a worker gets no
 * arguments: "outside NAME" is done before the sandbox, "inside NAME" in it. Who is not stopped ends with NOT_STOPPED.
 */
#include "acts.h"
#include "last-words.h"
#include "sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define MEMORY_BYTES ((uint64_t)256 << 20)

int
main(void)
{
	char line[128] = "";
	const DdSandboxLimits limits = {.memory_bytes = MEMORY_BYTES, .cpu_seconds = 1};
	ssize_t n = pread(STDIN_FILENO, line, sizeof(line) - 1, 0);
	char *name = n > 0 ? strchr(line, ' ') : NULL;
	if (name == NULL)
		return DD_ACT_UNKNOWN;
	*name++ = '\0';
	dd_act_prepare();
	if (strcmp(line, "inside") == 0) {
		g_autoptr(GError) error = NULL;
		dd_last_words_install();
		if (!dd_sandbox_is_whole() || !dd_sandbox_enter(&limits, &error))
			return DD_ACT_UNKNOWN;
	}
	return dd_act(name);
}
