/* SPDX-License-Identifier: GPL-3.0-or-later */
/* serve-main.c: dondoc-server, what dondoc serve becomes: the HTTP server, until it is told to end */
#include <pthread.h>
#include <signal.h>
#include <stdio.h>

#include "log.h"
#include "progress.h"
#include "server.h"
#include "settings.h"
#include "store-options.h"

#define MAX_SETTINGS 16

/* Options of the table of settings, in its order */
typedef struct {
	DdStoreOptions common;
	char *config;
	char *values[MAX_SETTINGS];
} ServeOptions;

static void
clear_options(ServeOptions *self)
{
	dd_store_options_clear(&self->common);
	g_free(self->config);
	for (size_t i = 0; i < MAX_SETTINGS; i++)
		g_free(self->values[i]);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(ServeOptions, clear_options)

static bool
take_options(ServeOptions *self, int argc, char **argv, DdExit *exit_out)
{
	GOptionEntry entries[MAX_SETTINGS + 8] = {
		DD_STORE_ENTRIES(&self->common),
		{"config", 'c', 0, G_OPTION_ARG_FILENAME, &self->config, NULL, NULL},
	};
	size_t n, at = 0;
	const DdSettingRow *rows = dd_settings_get_rows(&n);
	g_return_val_if_fail(n <= MAX_SETTINGS, false);
	while (entries[at].long_name != NULL)
		at++;
	for (size_t i = 0; i < n; i++)
		entries[at++] = (GOptionEntry){
			rows[i].name, 0, 0, G_OPTION_ARG_FILENAME, &self->values[i], NULL, NULL};
	return dd_store_options_take(&self->common, "serve", entries, argc, argv, exit_out);
}

/* Waits for who wants the end. SIGHUP ends it, too: settings are read at the start */
static void
wait_for_end(const sigset_t *ends)
{
	int signal_number = 0;
	while (sigwait(ends, &signal_number) != 0)
		continue;
}

static DdExit
serve(const ServeOptions *options, const DdSettings *settings)
{
	g_autoptr(GError) error = NULL;
	sigset_t ends;
	sigemptyset(&ends);
	sigaddset(&ends, SIGTERM);
	sigaddset(&ends, SIGINT);
	sigaddset(&ends, SIGHUP);
	/* before the first thread, which has what this one has */
	pthread_sigmask(SIG_BLOCK, &ends, NULL);
	signal(SIGPIPE, SIG_IGN);
	dd_log_install(dd_settings_get_log(settings));
	g_autoptr(DdServer) server = dd_server_start(settings,
		dd_store_options_get_url(&options->common), options->common.actor.now, &error);
	if (server == NULL) {
		dd_progress_failure("serve", error);
		return DD_EXIT_FAILED;
	}
	printf("listening on %s\n", dd_server_get_address(server));
	fflush(stdout);
	wait_for_end(&ends);
	return DD_EXIT_DONE;
}

static DdExit
run(int argc, char **argv)
{
	g_auto(ServeOptions) options = {0};
	g_auto(DdSettings) settings = {0};
	g_autoptr(GError) error = NULL;
	DdExit status;
	if (!take_options(&options, argc, argv, &status))
		return status;
	if (options.common.words != NULL)
		return dd_command_fail_usage(
			"serve", "serve không có tham số", "serve takes options only");
	if (!dd_settings_take(&settings, options.config, options.values, &error)) {
		dd_progress_failure(options.config != NULL ? options.config : "serve", error);
		return DD_EXIT_USAGE;
	}
	return serve(&options, &settings);
}

int
main(int argc, char **argv)
{
	return (int)run(argc - 1, argv + 1);
}
