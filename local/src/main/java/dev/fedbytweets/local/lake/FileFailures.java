package dev.fedbytweets.local.lake;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.sql.SQLException;
import java.util.Locale;

/// Failures of the file system in words, where Java's messages are the name of the file alone or
/// meant for programmers.
public final class FileFailures {

  /// The last eight bits of SQLite's codes say what is wrong, the others say where.
  private static final int PRIMARY_CODE = 0xff;

  private FileFailures() {}

  /// Why a file cannot be used, without its name: `permission denied`.
  public static String reason(IOException failure) {
    return switch (failure) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "permission denied";
      case FileAlreadyExistsException _ -> "something else has its name";
      case NotDirectoryException _ -> "it is no folder";
      case DirectoryNotEmptyException _ -> "the folder is not empty";
      case FileSystemLoopException _ -> "its links lead in a circle";
      case CharacterCodingException _ -> "it is not UTF-8";
      case FileSystemException other when other.getReason() != null -> words(other.getReason());
      default -> words(String.valueOf(failure.getMessage()));
    };
  }

  /// Why the catalog, a file of SQLite, cannot be used.
  public static String reason(SQLException failure) {
    return switch (failure.getErrorCode() & PRIMARY_CODE) {
      case 8 -> "it can only be read";
      case 10 -> "the disk reports an error";
      case 13 -> "the disk is full";
      case 14 -> "it cannot be opened";
      default -> String.valueOf(failure.getMessage());
    };
  }

  private static String words(String message) {
    return switch (message.toLowerCase(Locale.ROOT)) {
      case "is a directory" -> "it is a folder";
      case "not a directory" -> "a part of its path is no folder";
      case "no space left on device" -> "the disk is full";
      case "read-only file system" -> "the disk can only be read";
      case "too many levels of symbolic links" -> "its links lead in a circle";
      case "file name too long" -> "its name is too long";
      case "input/output error" -> "the disk reports an error";
      default -> message;
    };
  }
}
