/* SPDX-License-Identifier: GPL-3.0-or-later */
/* cmd-backup.c: dondoc backup, dondoc restore: a backup is a store in one SQLite file, whatever engine the office has */
#include "error.h"
#include "move-store.h"
#include "progress.h"
#include "store-options.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

/* What an engine's own way of copying does not do goes row by row, and then becomes a single file, as a copy is */
static DdExit
write_rows(const DdStoreOptions *options, const char *url)
{
	g_autoptr(GError) error = NULL;
	DdExit status = dd_move_copy(
		dd_store_options_get_url(options), DD_DB_READ_ONLY, url, options->actor.now);
	if (status != DD_EXIT_DONE)
		return status;
	g_autoptr(DdStore) copy = dd_store_open(url, DD_DB_EXISTING, options->actor.now, NULL, &error);
	bool good = copy != NULL && dd_db_settle(dd_store_get_db(copy), &error);
	return good ? DD_EXIT_DONE : dd_store_options_fail(error);
}

static DdExit
write_copy(const DdStoreOptions *options, const char *path, const char *url)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(DdStore) store = dd_store_options_open(options, DD_DB_READ_ONLY);
	if (store == NULL)
		return DD_EXIT_FAILED;
	if (dd_db_get_engine(dd_store_get_db(store)) != DD_DB_SQLITE)
		return write_rows(options, url);
	return dd_db_copy_to(dd_store_get_db(store), path, &error) ? DD_EXIT_DONE
								   : dd_store_options_fail(error);
}

/* Writes the store into @path, which is new. Returns: whether it is there and whole; failures are said */
static DdExit
write_backup(const DdStoreOptions *options, const char *path)
{
	g_autofree char *url = g_strconcat("sqlite:", path, NULL);
	DdExit status = write_copy(options, path, url);
	return status == DD_EXIT_DONE ? dd_move_check_at(url, options->actor.now) : status;
}

/* What lies in the page cache is no backup yet. */
static bool
sync_file(const char *path, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
	bool good = fd >= 0 && fsync(fd) == 0;
	int number = errno;
	if (fd >= 0)
		close(fd);
	if (!good)
		g_set_error(error, DD_ERROR, DD_ERROR_IO, "không ghi được (cannot write: %s)",
			g_strerror(number));
	return good;
}

/* Is all that was written in the file itself? What SQLite could not move there, for want of room, lies beside it. */
static bool
is_whole(const char *path, GError **error)
{
	g_autofree char *beside = g_strconcat(path, "-wal", NULL);
	if (!g_file_test(beside, G_FILE_TEST_EXISTS))
		return true;
	g_set_error_literal(error, DD_ERROR,
		DD_ERROR_IO, "không ghi được hết, có thể hết chỗ trên đĩa (not all could be written; the disk may be full)");
	return false;
}

static void
remove_all(const char *path)
{
	static const char *const ends[] = {"", "-wal", "-shm", "-journal"};
	for (size_t i = 0; i < G_N_ELEMENTS(ends); i++) {
		g_autofree char *name = g_strconcat(path, ends[i], NULL);
		g_unlink(name);
	}
}

/* A backup that is not whole gets no name: it is written beside, and takes its place at the end. */
static DdExit
backup(const DdStoreOptions *options, const char *path)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *part = g_strconcat(path, ".part", NULL);
	bool is_there = g_file_test(path, G_FILE_TEST_EXISTS);
	if (is_there || g_file_test(part, G_FILE_TEST_EXISTS)) {
		g_set_error(&error, DD_ERROR,
			DD_ERROR_CONFLICT, "đã có tệp này; hãy chọn tên khác (there is such a file; choose another name)");
		dd_progress_failure(is_there ? path : part, error);
		return DD_EXIT_FAILED;
	}
	DdExit status = write_backup(options, part);
	if (status == DD_EXIT_DONE &&
		(!is_whole(part, &error) || !sync_file(part, &error) || g_rename(part, path) != 0)) {
		if (error == NULL)
			g_set_error(&error, DD_ERROR, DD_ERROR_IO, "%s", g_strerror(errno));
		dd_progress_failure(path, error);
		status = DD_EXIT_FAILED;
	}
	if (status != DD_EXIT_DONE)
		remove_all(part);
	return status;
}

/* @command: "backup" or "restore". Returns: the one path that is given, NULL when the command is over */
static const char *
take_path(DdStoreOptions *options, const char *command, int argc, char **argv, DdExit *status_out)
{
	const GOptionEntry entries[] = {DD_STORE_ENTRIES(options), G_OPTION_ENTRY_NULL};
	if (!dd_store_options_take(options, command, entries, argc, argv, status_out))
		return NULL;
	if (options->words != NULL && options->words[1] == NULL)
		return options->words[0];
	*status_out = dd_command_fail_usage(
		command, "cần một đường dẫn tệp sao lưu", "the PATH of one backup is needed");
	return NULL;
}

DdExit
dd_cmd_backup(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	DdExit status;
	const char *path = take_path(&options, "backup", argc, argv, &status);
	return path != NULL ? backup(&options, path) : status;
}

DdExit
dd_cmd_restore(int argc, char **argv)
{
	g_auto(DdStoreOptions) options = {0};
	DdExit status;
	const char *path = take_path(&options, "restore", argc, argv, &status);
	if (path == NULL)
		return status;
	g_autofree char *url = g_strconcat("sqlite:", path, NULL);
	return dd_move_store(url, DD_DB_AT_REST, dd_store_options_get_url(&options), options.actor.now);
}
