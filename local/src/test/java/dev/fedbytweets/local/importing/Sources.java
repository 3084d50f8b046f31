package dev.fedbytweets.local.importing;

/// Made-up posts in the shapes in which people keep them, for tests. Apostrophes stand for
/// quotation marks.
final class Sources {

  /// A post of API v1.1, with everything that one may have.
  static final String V1_POST =
      json(
          """
          {'created_at':'Sun Jun 19 22:30:11 +0000 2022','id':1538650379528839168,
           'id_str':'1538650379528839168','full_text':'@tea Caf\u00e9 &amp; #Cake $CAKE https://t.co/a https://t.co/p',
           'truncated':false,'display_text_range':[5,40],
           'entities':{'hashtags':[{'text':'Cake','indices':[16,21]}],
            'symbols':[{'text':'CAKE','indices':[22,27]}],
            'user_mentions':[{'screen_name':'tea','name':'Tea','id':8,'id_str':'8','indices':[0,4]}],
            'urls':[{'url':'https://t.co/a','expanded_url':'https://example.org/a','display_url':'example.org/a','indices':[28,42]}]},
           'extended_entities':{'media':[{'id':99,'id_str':'99','indices':[43,57],'url':'https://t.co/p',
             'media_url_https':'https://example.org/p.jpg','expanded_url':'https://example.org/photo/1','type':'photo',
             'ext_alt_text':'A cake','sizes':{'large':{'w':640,'h':480}}}]},
           'source':'<a href="https://example.org">App</a>','in_reply_to_status_id':7,'in_reply_to_status_id_str':'7',
           'in_reply_to_user_id_str':'8','user':{'id':9007199254740993,'id_str':'9007199254740993','name':'A','screen_name':'a',
            'location':'Here','description':'d','protected':false,'verified':true,'followers_count':3,'friends_count':4,
            'listed_count':5,'favourites_count':6,'statuses_count':7,'created_at':'Thu Jan 01 00:00:01 +0000 2009',
            'profile_image_url_https':'https://example.org/i.png'},
           'coordinates':{'type':'Point','coordinates':[13.4,52.5]},
           'place':{'id':'p1','full_name':'Berlin, Germany','name':'Berlin','country':'Germany','country_code':'DE',
            'place_type':'city','bounding_box':{'type':'Polygon','coordinates':[[[13.1,52.3],[13.8,52.3],[13.8,52.7],[13.1,52.7]]]}},
           'is_quote_status':true,'quoted_status_id_str':'5','quoted_status':{'id_str':'5','text':'old','created_at':'Sun Jun 15 22:30:11 +0000 2022',
            'user':{'id_str':'11','screen_name':'q'}},
           'retweet_count':1,'favorite_count':2,'possibly_sensitive':false,'lang':'en'}
          """
              .replace("href=\"https://example.org\"", "href=\\'https://example.org\\'")
              .replace("\n", "")
              .replace("\\'", "\\\""));

  /// A line of a stream of API v1.1: a retweet whose text is cut, with the whole post in it.
  static final String V1_RETWEET =
      json(
          """
          {'created_at':'Sun Jun 19 22:31:11 +0000 2022','id_str':'1538650631187083265','text':'RT @b: The beginn\u2026','truncated':true,
           'extended_tweet':{'full_text':'RT @b: The beginning and the end #Long','entities':{'hashtags':[{'text':'Long','indices':[30,35]}]}},
           'user':{'id_str':'12','screen_name':'r'},'timestamp_ms':'1655677871000',
           'retweeted_status':{'id_str':'1538650379528839000','text':'The beginn\u2026','truncated':true,'user':{'id_str':'13','screen_name':'b'},
            'created_at':'Sun Jun 19 22:30:10 +0000 2022','extended_tweet':{'full_text':'The beginning and the end #Long'}}}
          """
              .replace("\n", ""));

  /// A line of `twarc2 flatten`.
  static final String FLATTENED =
      json(
          """
          {'id':'1644454844281810947','text':'@b hi','author_id':'1','created_at':'2023-04-07T21:39:22.000Z',
           'author':{'id':'1','username':'a','name':'A','pinned_tweet_id':'3','pinned_tweet':{'id':'3','text':'pinned','author_id':'1'},
            'entities':{'description':{'mentions':[{'start':0,'end':2,'username':'d','id':'4','name':'D'}]}}},
           'in_reply_to_user_id':'2','in_reply_to_user':{},
           'entities':{'mentions':[{'start':0,'end':2,'username':'b','id':'2','name':'B','public_metrics':{'followers_count':1}}]},
           'attachments':{'media_keys':['3_9'],'media':[{'media_key':'3_9','type':'photo','alt_text':'alt'}]},
           'geo':{'place_id':'p','id':'p','full_name':'Place, Land','country':'Land','geo':{'type':'Feature','bbox':[1,2,3,4]}},
           'referenced_tweets':[{'type':'replied_to','id':'1644454800000000000','text':'first','author_id':'2',
             'author':{'id':'2','username':'b','name':'B'}},{'type':'quoted','id':'17'}],
           '__twarc':{'url':'https://api.example.org','version':'2.13.0','retrieved_at':'2023-04-07T21:39:36+00:00'}}
          """
              .replace("\n", ""));

  private Sources() {}

  /// A file of an archive of X.
  static String script(String part, String... elements) {
    return "window.YTD.%s.part0 = [ %s ]".formatted(part, String.join(",\n", elements));
  }

  /// With quotation marks for apostrophes.
  static String json(String text) {
    return text.strip().replace('\'', '"');
  }
}
