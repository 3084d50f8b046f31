package dev.fedbytweets.awsstandins;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.DeleteObjectRequest;
import software.amazon.awssdk.services.s3.model.DeleteObjectResponse;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.HeadObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/// Notes what is asked of a store, as `GET key`.
final class CountingBlobStore extends ForwardingBlobStore {

  private final List<String> requests = new ArrayList<>();

  CountingBlobStore(BlobStore store) {
    super(store);
  }

  /// In the order in which they came.
  synchronized List<String> requests() {
    return List.copyOf(requests);
  }

  @Override
  public ResponseInputStream<GetObjectResponse> getBlob(GetObjectRequest request) {
    note("GET", request.key());
    return super.getBlob(request);
  }

  @Override
  public HeadObjectResponse blobMetadata(HeadObjectRequest request) {
    note("HEAD", request.key());
    return super.blobMetadata(request);
  }

  @Override
  public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
    note("PUT", request.key());
    return super.putBlob(request, body);
  }

  @Override
  public ListObjectsV2Response list(ListObjectsV2Request request) {
    note("LIST", request.prefix());
    return super.list(request);
  }

  @Override
  public DeleteObjectResponse removeBlob(DeleteObjectRequest request) {
    note("DELETE", request.key());
    return super.removeBlob(request);
  }

  private synchronized void note(String operation, String key) {
    requests.add(operation + " " + key);
  }
}
