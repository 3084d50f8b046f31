package dev.fedbytweets.core.storage;

class MemoryObjectStoreTest extends ObjectStoreContract {

  @Override
  protected ObjectStore emptyStore() {
    return new MemoryObjectStore();
  }
}
